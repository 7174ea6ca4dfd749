import type { ReactElement } from 'react';
import { t } from '../../i18n/strings';
import { call } from '../../platform/phone';
import { Button } from '../../ui/button';
import { useOnce } from '../../ui/use-once';
import { useGuide } from './use-guide';

/** Never leaves the screen. */
export function CallBar(): ReactElement {
  const { phone } = useGuide();
  const once = useOnce();
  return (
    <Button
      look="main"
      text={t.complaint.call}
      onTap={() => {
        once([phone], async () => (await call(phone)) === 'done');
      }}
    />
  );
}
