import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { StaffMe } from '../../../domain/organisation/member';
import type { Role } from '../../../domain/permission';
import { fieldWork as words, t } from '../../../words/strings';
import { usePageShown } from '../../platform/lifecycle';
import { pullMember, useMember } from '../../sync/member';
import { EmptyState } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { BindPhone } from './bind-phone';

export type OwnOrganisation = StaffMe['organisations'][number];

/** What a role may do with its own organisation's events on the phone; the server decides it again. */
export const mayEdit = (role: Role): boolean => role === 'admin' || role === 'editor';

interface MemberGateProps {
  /** Of the link in the QR. */
  readonly code?: string | undefined;
  readonly children: (me: StaffMe) => ReactElement;
}

/**
 * Shows what is for members alone. Asked at each showing of the page: when the server says that the phone is bound to
 * nobody, everything below is taken from the screen and from memory.
 */
export function MemberGate({ code, children }: MemberGateProps): ReactElement {
  const member = useMember();
  usePageShown(() => void pullMember());
  switch (member.status) {
    case 'unknown':
      return <Skeleton rows={3} label={words.loading} />;
    case 'unreached':
      return (
        <EmptyState
          icon="cloud-off"
          title={words.offlineTitle}
          text={words.offlineText}
          action={{ text: t.sync.retry, onTap: () => void pullMember() }}
        />
      );
    case 'unbound':
      return <BindPhone code={code} />;
    case 'bound':
      return <View>{children(member.me)}</View>;
  }
}

interface OrganisationGateProps {
  readonly org: string;
  readonly children: (organisation: OwnOrganisation) => ReactElement;
}

/** The same for one organisation: who was removed from it sees nothing of it any more. */
export function OrganisationGate({ org, children }: OrganisationGateProps): ReactElement {
  return (
    <MemberGate>
      {({ organisations }) => {
        const own = organisations.find(({ id }) => id === org);
        return own === undefined ? (
          <EmptyState icon="building-2" title={words.goneTitle} text={words.goneText} />
        ) : (
          children(own)
        );
      }}
    </MemberGate>
  );
}
