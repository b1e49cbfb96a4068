import { type FormEvent, useId, useState } from 'react';
import { hostIn } from '../../../core/home/find-host';
import { go } from '../../app/router';
import { H } from './strings';

/** The way to a host's page, from an address or a link. */
export function FindHost() {
  const id = useId();
  const [text, setText] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const address = hostIn(text);
    setIsWrong(!address);
    if (address) {
      go({ page: 'host', address });
    }
  };
  return (
    <form className="card find-host" onSubmit={submit} noValidate>
      <h2>{H.find.heading}</h2>
      <div className="field">
        <label htmlFor={id}>{H.find.label}</label>
        <input
          id={id}
          value={text}
          onChange={(event) => setText(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={isWrong}
          aria-describedby={`${id}-problem`}
          data-field="host"
        />
      </div>
      <button type="submit" data-action="find-host">
        {H.find.go}
      </button>
      <p id={`${id}-problem`} className="problem" role="alert">
        {isWrong && H.find.wrong}
      </p>
    </form>
  );
}
