/** Around every screen of an organisation: who acts, where to, and the way out. */
import { Alert, Button, Select, Skeleton } from 'antd';
import { type ReactElement, type RefObject, Suspense, useEffect, useRef } from 'react';
import { Link, NavLink, Outlet, useLocation, useNavigate, useParams } from 'react-router';
import { levelOf } from '../../domain/region/region';
import { consoleWords } from '../../words/console';
import { API } from '../api';
import type { Organisation } from '../net/answers';
import { hasBelow, may, OrganisationContext } from '../session/organisation';
import { useAct } from '../session/use-act';
import { useSession } from '../session/session';
import { eraseDrafts } from '../session/kept';
import { useOnline } from '../ui/use-online';
import { Missing } from './missing';

type Screen = keyof typeof consoleWords.nav;

const screensFor = (organisation: Organisation): readonly (readonly [Screen, string])[] => [
  ['workbench', ''],
  ['events', 'events'],
  ['onSite', 'on-site'],
  ...(may(organisation, 'event:edit') ? ([['import', 'import']] as const) : []),
  ...(may(organisation, 'event:approve') && hasBelow(organisation) ? ([['reviews', 'reviews']] as const) : []),
  ...(may(organisation, 'event:count') ? ([['figures', 'figures']] as const) : []),
  ...(may(organisation, 'summary:read') ? ([['summary', 'summary']] as const) : []),
  ...(may(organisation, 'summary:read') && hasBelow(organisation) ? ([['summaries', 'summaries']] as const) : []),
  ['people', 'people'],
  ...(may(organisation, 'campaign:manage') && ['nation', 'province'].includes(levelOf(organisation.region))
    ? ([['campaigns', 'campaigns']] as const)
    : []),
  ['embed', 'embed'],
  ...(may(organisation, 'audit:read') ? ([['audit', 'audit']] as const) : []),
];

function Navigation({ organisation }: { readonly organisation: Organisation }): ReactElement {
  return (
    <nav className="shell__nav" aria-label={consoleWords.app.screens}>
      {screensFor(organisation).map(([name, path]) => (
        <NavLink key={name} to={`/o/${organisation.id}/${path}`} end={path === ''} className="shell__link">
          {consoleWords.nav[name]}
        </NavLink>
      ))}
    </nav>
  );
}

function Organisations({
  chosen,
  all,
}: {
  readonly chosen: Organisation;
  readonly all: readonly Organisation[];
}): ReactElement {
  const navigate = useNavigate();
  if (all.length === 1) return <span className="shell__organisation">{chosen.name}</span>;
  return (
    <Select
      variant="borderless"
      className="shell__organisations"
      aria-label={consoleWords.app.organisation}
      value={chosen.id}
      popupMatchSelectWidth={false}
      options={all.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id: string) => void navigate(`/o/${id}/`)}
    />
  );
}

/** After a change of screen, the next Tab and the screen reader begin at its top. */
function useFocusOnScreen(): RefObject<HTMLElement> {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);
  return main;
}

export function Shell(): ReactElement | null {
  const { me, setMe } = useSession();
  const { org = '' } = useParams();
  const { act, busy } = useAct();
  const navigate = useNavigate();
  const online = useOnline();
  const main = useFocusOnScreen();
  if (me === null || me === undefined) return null;
  const organisation = me.organisations.find(({ id }) => id === org);
  if (organisation === undefined) return <Missing />;

  async function signOut(): Promise<void> {
    const answer = await act(API.signOut);
    if (answer?.ok !== true && answer?.refusal.status !== 401) return;
    eraseDrafts();
    setMe(null);
    void navigate('/sign-in');
  }

  return (
    <OrganisationContext.Provider value={organisation}>
      <a className="skip" href="#main">
        {consoleWords.app.skip}
      </a>
      <header className="shell__head">
        <Link to={`/o/${org}/`} className="shell__name">
          {consoleWords.app.name}
        </Link>
        <Organisations chosen={organisation} all={me.organisations} />
        <span className="shell__space" />
        <Link to={`/o/${org}/people?tab=mine`} className="shell__member">
          {me.member.name}
          <span className="quiet"> · {consoleWords.roles[organisation.role]}</span>
        </Link>
        <Button type="text" loading={busy} onClick={() => void signOut()}>
          {consoleWords.app.signOut}
        </Button>
      </header>
      <Navigation organisation={organisation} />
      <main id="main" className="shell__main" ref={main} tabIndex={-1}>
        {online ? null : <Alert type="warning" showIcon banner role="status" title={consoleWords.app.offline} />}
        <Suspense fallback={<Skeleton active title paragraph={{ rows: 8 }} />}>
          <Outlet />
        </Suspense>
      </main>
    </OrganisationContext.Provider>
  );
}
