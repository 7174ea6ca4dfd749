import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { sloganCards } from '../../../words/strings';
import { ariaProps } from '../../ui/a11y';
import { DrawingArea } from '../../ui/drawing-area';
import { CARD_AREA } from './card-view';
import { Designs } from './designs';
import type { Invitation } from './use-invitation';

interface InvitationViewProps {
  readonly invitation: Invitation;
  /** The drawn poster in words. */
  readonly drawn: string;
}

/** One event's poster and the designs to choose from. */
export function InvitationView({ invitation, drawn }: InvitationViewProps): ReactElement {
  return (
    <View>
      <View className="card-head">
        <View className="card-head__label" {...ariaProps({ role: 'heading', level: 2 })}>
          {sloganCards.invite.heading}
        </View>
      </View>
      <View className="card-stage card-stage--invitation">
        <View className="card-stage__sheet">
          <DrawingArea id={CARD_AREA} label={drawn} className="card-stage__board" />
        </View>
      </View>
      <View className="card-gap" />
      <Designs chosen={invitation.design} choose={invitation.choose} />
    </View>
  );
}
