import { Tabs } from 'antd';
import { type ComponentType, type ReactElement, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { peopleWords as words } from '../../words/console/people';
import { hasBelow, may, useOrganisation } from '../session/organisation';
import { lazily } from '../ui/lazily';
import { Loading, Page } from '../ui/page';

type Tab = keyof typeof words.tabs;

const BODIES: Record<Tab, ComponentType> = {
  members: lazily(async () => (await import('../features/people/members')).Members),
  below: lazily(async () => (await import('../features/people/below')).Below),
  tokens: lazily(async () => (await import('../features/people/tokens')).Tokens),
  mine: lazily(async () => (await import('../features/people/mine')).Mine),
};

export function People(): ReactElement {
  const organisation = useOrganisation();
  const [search, setSearch] = useSearchParams();
  const tabs: readonly Tab[] = may(organisation, 'token:manage')
    ? ['members', ...(hasBelow(organisation) ? (['below'] as const) : []), 'tokens', 'mine']
    : ['members', 'mine'];
  const chosen = tabs.find((each) => each === search.get('tab')) ?? 'members';
  return (
    <Page title={words.title}>
      <Tabs
        activeKey={chosen}
        onChange={(tab) => {
          setSearch({ tab }, { replace: true });
        }}
        items={tabs.map((key) => {
          const Body = BODIES[key];
          return {
            key,
            label: words.tabs[key],
            children: (
              <Suspense fallback={<Loading />}>
                <Body />
              </Suspense>
            ),
          };
        })}
      />
    </Page>
  );
}
