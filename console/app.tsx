/** Every address of the console, each screen fetched when it is first opened. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as Messages, ConfigProvider, Skeleton } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { type ReactElement, Suspense, useEffect, useMemo, useState } from 'react';
import { Navigate, Outlet, Route, Routes, useLocation } from 'react-router';
import { API } from './api';
import { withSecondFactor } from './net/answers';
import { call } from './net/call';
import { NO_NETWORK, type Refusal, refusalOf } from './net/refusal';
import { Invitation } from './screens/invitation';
import { Missing } from './screens/missing';
import { Shell } from './screens/shell';
import { SignIn } from './screens/sign-in';
import { SessionProvider, useSession } from './session/session';
import { lazily } from './ui/lazily';
import { Failed } from './ui/page';
import { themeOf } from './ui/theme';
import { useMedia } from './ui/use-media';

const Workbench = lazily(async () => (await import('./screens/workbench')).Workbench);
const Events = lazily(async () => (await import('./screens/events')).Events);
const Editor = lazily(async () => (await import('./screens/editor')).Editor);
const Import = lazily(async () => (await import('./screens/import')).Import);
const Roster = lazily(async () => (await import('./screens/roster')).Roster);
const OnSite = lazily(async () => (await import('./screens/on-site')).OnSite);
const Reviews = lazily(async () => (await import('./screens/reviews')).Reviews);
const Figures = lazily(async () => (await import('./screens/figures')).Figures);
const Summary = lazily(async () => (await import('./screens/summary')).Summary);
const Summaries = lazily(async () => (await import('./screens/summaries')).Summaries);
const People = lazily(async () => (await import('./screens/people')).People);
const BindFactor = lazily(async () => (await import('./blocks/bind-factor')).BindFactor);
const Reset = lazily(async () => (await import('./screens/reset')).Reset);
const Campaigns = lazily(async () => (await import('./screens/campaigns')).Campaigns);
const Embed = lazily(async () => (await import('./screens/embed')).Embed);
const Audit = lazily(async () => (await import('./screens/audit')).Audit);

/** A refusal stays what it is; only a lost network is worth a second try. */
const shouldRetry = (count: number, error: Error): boolean => count < 1 && refusalOf(error).code === NO_NETWORK.code;

export function makeQueries(retryDelay = 1_000): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry: shouldRetry, retryDelay, networkMode: 'always', staleTime: 10_000 } },
  });
}

/** Finds out who is signed in before a screen asks for anything. */
function SignedIn(): ReactElement {
  const { me, setMe } = useSession();
  const { pathname, search } = useLocation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const isUnknown = me === undefined;
  useEffect(() => {
    if (!isUnknown || refusal !== null) return;
    void call(API.me).then((answer) => {
      if (answer.ok) setMe(answer.value);
      else if (answer.refusal.status === 401) setMe(null);
      else setRefusal(answer.refusal);
    });
  }, [isUnknown, refusal, setMe]);

  if (refusal !== null && isUnknown) {
    return (
      <main className="alone">
        <Failed
          refusal={refusal}
          onRetry={() => {
            setRefusal(null);
          }}
        />
      </main>
    );
  }
  if (me === undefined) return <Skeleton active className="first" />;
  if (me?.secondFactorRequired === true) {
    return (
      <BindFactor
        onDone={() => {
          setMe(withSecondFactor(me));
        }}
      />
    );
  }
  return me === null ? <Navigate to="/sign-in" replace state={{ from: `${pathname}${search}` }} /> : <Outlet />;
}

function FirstOrganisation(): ReactElement {
  const { me } = useSession();
  const first = me?.organisations[0];
  return first === undefined ? <Missing /> : <Navigate to={`/o/${first.id}/`} replace />;
}

function Addresses(): ReactElement {
  return (
    <Routes>
      <Route path="/sign-in" element={<SignIn />} />
      <Route path="/invitation/:token" element={<Invitation />} />
      <Route path="/reset/:token" element={<Reset />} />
      <Route element={<SignedIn />}>
        <Route index element={<FirstOrganisation />} />
        <Route path="/o/:org" element={<Shell />}>
          <Route index element={<Workbench />} />
          <Route path="events" element={<Events />} />
          <Route path="events/new" element={<Editor />} />
          <Route path="events/:id/edit" element={<Editor />} />
          <Route path="events/:id/roster" element={<Roster />} />
          <Route path="import" element={<Import />} />
          <Route path="on-site" element={<OnSite />} />
          <Route path="reviews" element={<Reviews />} />
          <Route path="figures" element={<Figures />} />
          <Route path="summary" element={<Summary />} />
          <Route path="summaries" element={<Summaries />} />
          <Route path="people" element={<People />} />
          <Route path="campaigns" element={<Campaigns />} />
          <Route path="embed" element={<Embed />} />
          <Route path="audit" element={<Audit />} />
        </Route>
      </Route>
      <Route path="*" element={<Missing />} />
    </Routes>
  );
}

interface ConsoleProps {
  readonly queries: QueryClient;
  /** Lets antd's style elements pass the page's policy. */
  readonly nonce?: string | undefined;
}

/** Inside a router. */
export function Console({ queries, nonce }: ConsoleProps): ReactElement {
  const isDark = useMedia('(prefers-color-scheme: dark)');
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  const theme = useMemo(() => themeOf(isDark, isStill), [isDark, isStill]);
  return (
    <ConfigProvider
      locale={zhCN}
      theme={theme}
      button={{ autoInsertSpace: false }}
      {...(nonce !== undefined && { csp: { nonce } })}
    >
      <Messages>
        <QueryClientProvider client={queries}>
          <SessionProvider>
            <Suspense fallback={<Skeleton active className="first" />}>
              <Addresses />
            </Suspense>
          </SessionProvider>
        </QueryClientProvider>
      </Messages>
    </ConfigProvider>
  );
}
