import { useAppState } from '../../app/context';
import { FindHost } from './FindHost';
import { MySessions } from './MySessions';
import { H } from './strings';
import '../../style/session.css';

/** The sessions of whoever is signed in; for everybody else what this is, and the way in. */
export default function HomePage() {
  const { wallet } = useAppState();
  return (
    <>
      {wallet ? <h1>{H.heading}</h1> : <Welcome />}
      <FindHost />
      {wallet && <MySessions key={wallet} wallet={wallet} />}
    </>
  );
}

const Welcome = () => (
  <section className="card welcome" aria-labelledby="welcome">
    <h1 id="welcome">{H.welcome.heading}</h1>
    {H.welcome.text.map((sentence) => (
      <p key={sentence}>{sentence}</p>
    ))}
    <p className="hint">{H.welcome.way}</p>
  </section>
);
