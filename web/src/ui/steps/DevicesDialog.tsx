import type { LocalMedia } from '../../core/media/local-media';
import { DevicePicker } from '../parts/DevicePicker';
import { Dialog } from '../parts/Dialog';
import { S } from '../strings';

interface Props {
  readonly local: LocalMedia;
  readonly hasShortcuts: boolean;
  readonly wantShortcuts: (wanted: boolean) => void;
  readonly closed: () => void;
}

/**
 * Devices during a call. Letters as shortcuts can be turned off: who speaks to the browser sets them
 * off without meaning to (WCAG 2.2, 2.1.4).
 */
export function DevicesDialog({ local, hasShortcuts, wantShortcuts, closed }: Props) {
  return (
    <Dialog heading={S.devices.settings} closed={closed}>
      {(close) => (
        <>
          <DevicePicker local={local} />
          <label className="check">
            <input
              type="checkbox"
              checked={hasShortcuts}
              onChange={(event) => wantShortcuts(event.target.checked)}
            />
            <span>{S.call.shortcuts}</span>
          </label>
          <button type="button" className="primary" onClick={close}>
            {S.devices.done}
          </button>
        </>
      )}
    </Dialog>
  );
}
