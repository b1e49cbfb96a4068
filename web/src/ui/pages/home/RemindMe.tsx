import { useState } from 'react';
import { H } from './strings';

const permissionNow = (): NotificationPermission | undefined =>
  'Notification' in window ? Notification.permission : undefined;

/** The browser asks its user only after this was pressed. */
export function RemindMe() {
  const [permission, setPermission] = useState(permissionNow);
  switch (permission) {
    case undefined:
      return null;
    case 'granted':
    case 'denied':
      return <p className="hint">{H.remind[permission]}</p>;
    case 'default': {
      const ask = () => void Notification.requestPermission().then(setPermission);
      return (
        <div className="row">
          <button type="button" onClick={ask} data-action="remind">
            {H.remind.ask}
          </button>
        </div>
      );
    }
  }
}
