import { roleOf } from '../../core/api/booking';
import type { Room } from '../../core/room/room';
import { SignInChoices } from '../account/SignInChoices';
import { useFocusOnArrival, useObservable } from '../hooks';
import { S } from '../strings';

/** Which account; the parties of this session first: they are who one wants to be. */
export function SignInStep({ room }: { room: Room }) {
  const { about, booking, isBusy, problem } = useObservable(room);
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const noteOf = (address: string) => {
    const role = booking && roleOf(booking, address);
    return role && S.signIn.partOf[role];
  };
  return (
    <section className="card narrow" aria-labelledby="sign-in">
      <h1 id="sign-in" ref={heading} tabIndex={-1}>
        {S.signIn.heading}
      </h1>
      {about && (
        <SignInChoices
          about={about}
          isBusy={isBusy}
          problem={problem}
          noteOf={noteOf}
          enter={(open) => void room.signIn(open)}
        />
      )}
    </section>
  );
}
