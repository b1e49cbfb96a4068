import { type FormEvent, useId, useState } from 'react';
import { knownPasskeys } from '../../core/account/passkey-store';
import { Choice, Choices } from '../parts/Choices';
import { C } from './strings';
import { accounts, type WayIn } from './way-in';

/** The passkeys of this device, and a new one. */
export function PasskeyChoices(way: WayIn) {
  return (
    <>
      <h2>{C.passkeys}</h2>
      <p className="hint">{C.passkeyText}</p>
      {'PublicKeyCredential' in window ? <Passkeys {...way} /> : <p>{C.passkeyNone}</p>}
    </>
  );
}

function Passkeys({ about, isBusy, enter }: WayIn) {
  const [known] = useState(() => knownPasskeys(localStorage));
  return (
    <>
      <Choices>
        {known.map((passkey) => (
          <Choice
            key={passkey.id}
            name={passkey.name}
            note={C.passkeyUse}
            isBusy={isBusy}
            choose={() => enter(async () => (await accounts()).openPasskey(passkey, about))}
          />
        ))}
      </Choices>
      <NewPasskey
        isBusy={isBusy}
        create={(name) => enter(async () => (await accounts()).newPasskey(name, about))}
      />
    </>
  );
}

interface NewProps {
  readonly isBusy: boolean;
  readonly create: (name: string) => void;
}

function NewPasskey({ isBusy, create }: NewProps) {
  const field = useId();
  const [name, setName] = useState<string>(C.passkeyDefault);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create(name.trim() || C.passkeyDefault);
  };
  return (
    <form className="field" onSubmit={submit}>
      <label htmlFor={field}>{C.passkeyName}</label>
      <div className="row">
        <input
          id={field}
          value={name}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" disabled={isBusy} data-action="create-passkey">
          {C.passkeyCreate}
        </button>
      </div>
    </form>
  );
}
