import { Tabs } from 'antd';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { peopleWords as words } from '../../words/console/people';
import { Below } from '../features/people/below';
import { Members } from '../features/people/members';
import { Mine } from '../features/people/mine';
import { Tokens } from '../features/people/tokens';
import { mayManage, useOrganisation } from '../session/organisation';
import { Page } from '../ui/page';

type Tab = keyof typeof words.tabs;

const BODIES: Record<Tab, () => ReactElement> = { members: Members, below: Below, tokens: Tokens, mine: Mine };

export function People(): ReactElement {
  const organisation = useOrganisation();
  const [search, setSearch] = useSearchParams();
  const tabs: readonly Tab[] = mayManage(organisation) ? ['members', 'below', 'tokens', 'mine'] : ['members', 'mine'];
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
          return { key, label: words.tabs[key], children: <Body /> };
        })}
      />
    </Page>
  );
}
