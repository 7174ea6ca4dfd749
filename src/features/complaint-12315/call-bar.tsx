import type { ReactElement } from 'react';
import { t } from '../../i18n/strings';
import { call } from '../../platform/phone';
import { Button } from '../../ui/button';
import { useGuide } from './use-guide';

/** Never leaves the screen. */
export function CallBar(): ReactElement {
  const { phone } = useGuide();
  return <Button look="main" text={t.complaint.call} onTap={() => void call(phone)} />;
}
