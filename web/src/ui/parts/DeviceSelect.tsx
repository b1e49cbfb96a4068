import { useId } from 'react';
import type { Device } from '../../core/media/local-media';
import { S } from '../strings';

interface Props {
  readonly label: string;
  readonly devices: readonly Device[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
}

/** Which device of a kind. */
export function DeviceSelect({ label, devices, chosen, choose }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={chosen}
        onChange={(event) => choose(event.target.value)}
        disabled={devices.length === 0}
      >
        {devices.map((device, i) => (
          <option key={device.id} value={device.id}>
            {device.label || S.devices.unnamed(i + 1)}
          </option>
        ))}
      </select>
    </div>
  );
}
