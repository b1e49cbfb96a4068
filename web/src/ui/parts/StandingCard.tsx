import type { Standing } from '../../core/api/standing';
import { duration, outlookText } from '../format';
import { S } from '../strings';

interface Props {
  readonly standing: Standing | undefined;
  readonly other: string;
}

/** How the session stands, in plain words. */
export function StandingCard({ standing, other }: Props) {
  return (
    <section className="card standing" aria-labelledby="standing">
      <h2 id="standing">{S.standing.heading}</h2>
      {standing ? <Facts standing={standing} other={other} /> : <p>{S.standing.waiting}</p>}
    </section>
  );
}

function Facts({ standing, other }: { standing: Standing; other: string }) {
  const { overlap_ms: have, needed_ms: need } = standing;
  return (
    <>
      <dl>
        <Fact name={S.standing.you} value={presence(standing.counted)} />
        <Fact name={other} value={presence(standing.other_counted)} />
        <Fact name={S.standing.together} value={S.standing.of(duration(have), duration(need))} />
      </dl>
      <progress
        max={Math.max(1, need)}
        value={Math.min(have, need)}
        aria-label={S.standing.together}
      />
      <p className="verdict">{stateText(standing)}</p>
      {standing.state !== 'decided' && (
        <dl className="outlooks">
          <Fact name={S.standing.ifBothStay} value={outlookText(standing.if_both_stay)} />
          <Fact name={S.standing.ifYouLeave} value={outlookText(standing.if_i_leave)} />
        </dl>
      )}
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

const presence = (counted: boolean): string =>
  counted ? S.standing.counted : S.standing.notCounted;

function stateText(standing: Standing): string {
  if (standing.decided) {
    return `${S.standing.decided} ${outlookText(standing.decided)}`;
  }
  if (standing.state === 'can_no_longer_complete') {
    return S.standing.outOfReach;
  }
  return standing.overlap_ms >= standing.needed_ms ? S.standing.enough : '';
}
