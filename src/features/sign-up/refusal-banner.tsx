import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { signUpForm } from '../../../words/strings';
import type { Refusal } from '../../sync/outbox';
import { meaning } from '../../ui/a11y';

interface RefusalBannerProps {
  readonly refusal: Refusal;
  /** The campaign's privacy text is not the one that this app has. */
  readonly outdated: boolean;
}

/** Why the server said no, and what can be done. */
export function RefusalBanner({ refusal: { code }, outdated }: RefusalBannerProps): ReactElement {
  const [title, text] = signUpForm.refusals[code] ?? signUpForm.refusedOther;
  return (
    <View className="sign-up__refusal" {...meaning({ role: 'alert' })}>
      <View className="sign-up__refusal-title">{title}</View>
      <View>{code === 'consent-outdated' && outdated ? signUpForm.consent.outdatedText : text}</View>
    </View>
  );
}
