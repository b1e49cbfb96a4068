import { S } from './strings';

/** Where there is no page. */
export const NotHere = () => (
  <div className="page">
    <main>
      <section className="card narrow">
        <h1>{S.notHere}</h1>
        <p>{S.notHereText}</p>
      </section>
    </main>
  </div>
);
