import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { MySignUp } from '../../../domain/sign-up/my-sign-ups';
import { ticketHalves, ticketQrText } from '../../../domain/sign-up/ticket';
import { ticketPage } from '../../../words/strings';
import { useScreenLight } from '../../platform/screen-light';
import { CopyTap } from '../../ui/copy-tap';
import { QrCode } from '../../ui/qr-code';

/** What is held up at the door: the code to scan, and to read out. */
export function TicketCode({ ticket }: { readonly ticket: string }): ReactElement {
  const halves = ticketHalves(ticket);
  useScreenLight();
  return (
    <View className="ticket__stub">
      <QrCode text={ticketQrText(ticket)} label={ticketPage.qr(halves.join(' '))} />
      <CopyTap
        text={ticket}
        label={`${halves.join('')}，${ticketPage.codeSpoken(halves)}，${ticketPage.copyCode}`}
        className="ticket__code"
      >
        <View className="ticket__half">{halves[0]}</View>
        <View className="ticket__half">{halves[1]}</View>
      </CopyTap>
      <View className="ticket__show">{ticketPage.show}</View>
    </View>
  );
}

/** The position in the queue, and the reason for it. */
export function WaitlistPosition({ signUp: { position, waitReason } }: Pick<MySignUp, 'signUp'>): ReactElement {
  const words = ticketPage;
  return (
    <View className="ticket__queue">
      {position === undefined ? null : (
        <View className="ticket__position">
          <View>{words.queue}</View>
          <View className="ticket__numeral">{position}</View>
          <View>{words.queueUnit}</View>
        </View>
      )}
      {waitReason === undefined ? null : <View>{words.reasons[waitReason]}</View>}
      <View className="ticket__warning">{words.waitNote}</View>
    </View>
  );
}
