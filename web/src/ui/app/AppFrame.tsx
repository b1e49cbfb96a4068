import { type ComponentType, lazy, Suspense } from 'react';
import { LOCAL_CHAIN_ID } from '../../core/api/about';
import type { Route } from '../../core/app/route';
import { NotHere } from '../NotHere';
import { S } from '../strings';
import { AgeBar } from './AgeBar';
import { useArrival } from './arrival';
import { useAppState } from './context';
import { Footer } from './Footer';
import { Reminder } from './Reminder';
import { Link, useRoute } from './router';
import { SignInButton, SignInPanel } from './SignInPanel';
import { A } from './strings';

const TestMoneyBar = lazy(() => import('../account/TestMoneyBar'));
const HomePage = lazy(() => import('../pages/home/HomePage'));
const SessionPage = lazy(() => import('../pages/session/SessionPage'));
const HostPage = lazy(() => import('../pages/host/HostPage'));
const SchedulePage = lazy(() => import('../pages/schedule/SchedulePage'));
const MoneyPage = lazy(() => import('../pages/money/MoneyPage'));
const ReviewPage = lazy(() => import('../pages/review/ReviewPage'));

/** Pages that are about whoever is signed in. */
const PERSONAL: Readonly<Partial<Record<Route['page'], ComponentType>>> = {
  schedule: SchedulePage,
  money: MoneyPage,
  review: ReviewPage,
};

/** Header, navigation and the page at this path. */
export function AppFrame() {
  const route = useRoute();
  const { wallet } = useAppState();
  const main = useArrival(route);
  return (
    <div className="page">
      <a href="#main" className="skip">
        {A.skip}
      </a>
      <AppHeader route={route} />
      <AgeBar />
      {wallet && <Reminder key={wallet} wallet={wallet} />}
      <TestMoney />
      <main id="main" ref={main} tabIndex={-1}>
        <Suspense fallback={<p role="status">{S.loading}</p>}>
          <Page route={route} />
        </Suspense>
      </main>
      <Footer route={route} />
    </div>
  );
}

function AppHeader({ route }: { route: Route }) {
  const { wallet, about } = useAppState();
  const isReviewer = wallet?.toLowerCase() === about?.owner.toLowerCase();
  return (
    <header>
      <Link to={{ page: 'home' }} className="brand">
        <strong>{S.product}</strong>
      </Link>
      <nav aria-label={A.nav.label}>
        {wallet &&
          A.nav.pages
            .filter(({ page }) => page !== 'review' || isReviewer)
            .map(({ page, name }) => (
              <Link key={page} to={{ page }} isCurrent={route.page === page}>
                {name}
              </Link>
            ))}
      </nav>
      <SignInPanel />
    </header>
  );
}

function Page({ route }: { route: Route }) {
  const { wallet, isLoading } = useAppState();
  if (isLoading) {
    return <p role="status">{S.loading}</p>;
  }
  switch (route.page) {
    case 'home':
      return <HomePage />;
    case 'session':
      return <SessionPage booking={route.booking} />;
    case 'host':
      return <HostPage address={route.address} />;
    default: {
      const Personal = PERSONAL[route.page];
      if (!Personal) {
        return <NotHere />;
      }
      return wallet ? <Personal /> : <SignInFirst />;
    }
  }
}

/** The local chain's own accounts have plenty. */
function TestMoney() {
  const { about, account } = useAppState();
  const isPoor = about?.chain_id === LOCAL_CHAIN_ID && account && account.kept.kind !== 'dev';
  return <Suspense fallback={null}>{isPoor && <TestMoneyBar key={account.address} />}</Suspense>;
}

const SignInFirst = () => (
  <section className="card narrow">
    <p role="status">{A.signInFirst}</p>
    <div className="row">
      <SignInButton />
    </div>
  </section>
);
