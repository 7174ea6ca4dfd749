import { View } from '@tarojs/components';
import { type ReactElement, useState } from 'react';
import type { Notice as InboxNotice } from '../../../domain/notice/inbox';
import { dayOf, parseInstant } from '../../../domain/time/time';
import { presentChange } from '../../../words/present-change';
import { t } from '../../../words/strings';
import { momentWords } from '../../../words/when';
import { usePageShown } from '../../platform/lifecycle';
import { goTo } from '../../platform/navigation';
import { markInboxRead, pullInbox, useInbox } from '../../sync/inbox';
import { Badge } from '../../ui/badge';
import { ChangeLines } from '../../ui/change-lines';
import { Notice } from '../../ui/notice';
import { Tap } from '../../ui/tap';

interface NoticeCardProps {
  readonly notice: InboxNotice;
  readonly fresh: boolean;
  readonly now: number;
}

function NoticeCard({ notice, fresh, now }: NoticeCardProps): ReactElement {
  const { kind, title, at, eventId, changes = [], reason } = notice;
  const when = momentWords(parseInstant(at) ?? now, dayOf(now));
  const what = t.inbox.kinds[kind];
  const { was, now: is } = t.tickets.changes;
  const lines = changes.map((change) => presentChange(change, now));
  // What can be seen, in the order in which it can be seen.
  const seen = [
    what,
    ...(fresh ? [t.inbox.fresh] : []),
    title,
    ...(reason === undefined ? [] : [t.tickets.reason(reason)]),
    ...lines.map(({ label }) => label),
    when,
  ];
  return (
    <Tap
      role="link"
      label={seen.join('，')}
      named="content"
      className="card notice-card"
      onTap={() => {
        goTo('/packages/ticket/index', { id: eventId });
      }}
    >
      <View className="notice-card__head">
        <View className="notice-card__kind">{what}</View>
        {fresh ? <Badge text={t.inbox.fresh} tone="vermilion" /> : null}
      </View>
      <View>{title}</View>
      {reason === undefined ? null : <View>{t.tickets.reason(reason)}</View>}
      <ChangeLines changes={lines} was={was} is={is} />
      <View className="notice-card__when">{when}</View>
    </Tap>
  );
}

/** Everything that this account was told, newest first; to look at it is to have read it. `now`: epoch ms. */
export function InboxList({ now }: { readonly now: number }): ReactElement {
  const { notices, readUpTo } = useInbox();
  // What was unread when the page was opened stays marked while it is looked at.
  const [readBefore] = useState(readUpTo);
  usePageShown(() => {
    void pullInbox().then(markInboxRead);
  });
  if (notices.length === 0) {
    return <Notice icon="bell" title={t.inbox.emptyTitle} text={t.inbox.emptyText} />;
  }
  return (
    <View className="inbox">
      {[...notices].reverse().map((notice) => (
        <NoticeCard key={notice.id} notice={notice} fresh={notice.id > readBefore} now={now} />
      ))}
    </View>
  );
}
