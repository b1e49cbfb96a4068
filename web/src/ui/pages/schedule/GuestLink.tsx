import { useState } from 'react';
import { pathOf } from '../../../core/app/route';
import { Link } from '../../app/router';
import { T } from './strings';

/** The page to send to guests. */
export function GuestLink({ host }: { host: string }) {
  const [said, setSaid] = useState('');
  const to = { page: 'host', address: host } as const;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(new URL(pathOf(to), location.href).href);
      setSaid(T.copied);
    } catch {
      setSaid(T.notCopied);
    }
  };
  return (
    <p className="guest-link">
      <Link to={to}>{T.link}</Link>
      <button type="button" className="quiet" data-action="copy-link" onClick={() => void copy()}>
        {T.copy}
      </button>
      <span role="status">{said}</span>
    </p>
  );
}
