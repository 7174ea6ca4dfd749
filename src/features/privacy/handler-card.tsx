import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { privacyPage, t } from '../../../words/strings';
import { call, canDial, copyText } from '../../platform/phone';
import { useReplica } from '../../sync/replica';
import { FeedbackButton } from '../../ui/feedback-button';
import { Row } from '../../ui/row';
import { Section } from '../../ui/section';

const PHONE = /^[0-9+() -]{5,20}$/;

/** Dials what is a number; anything else goes to the clipboard. */
async function reach(contact: string): Promise<void> {
  await (PHONE.test(contact) && canDial() ? call(contact) : copyText(contact));
}

/** Who handles personal data, how to reach them, and the way to tell them something (PIPL, article 17). */
export function HandlerCard({ title }: { readonly title: string }): ReactElement {
  const handler = useReplica((state) => state.replica.campaign?.deployment?.handler);
  return (
    <Section title={title}>
      {handler === undefined ? (
        <View>{privacyPage.noHandler}</View>
      ) : (
        <View className="card">
          <Row
            icon="building-2"
            title={privacyPage.handler(handler.name)}
            text={privacyPage.contact(handler.contact)}
            onTap={() => void reach(handler.contact)}
          />
        </View>
      )}
      <FeedbackButton text={t.about.feedback} />
    </Section>
  );
}
