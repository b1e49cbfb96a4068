import { useId, useSyncExternalStore } from 'react';
import { THEMES, type Theme } from '../../core/app/theme';
import { themes } from '../theme';
import { A } from './strings';

/** Light, dark, or as the system has it. */
export function ThemeChoice() {
  const id = useId();
  const theme = useSyncExternalStore(themes.subscribe, themes.now);
  return (
    <div className="theme">
      <label htmlFor={id}>{A.theme.label}</label>
      <select
        id={id}
        value={theme}
        onChange={({ target }) => themes.choose(target.value as Theme)}
        data-field="theme"
      >
        {THEMES.map((each) => (
          <option key={each} value={each}>
            {A.theme.names[each]}
          </option>
        ))}
      </select>
    </div>
  );
}
