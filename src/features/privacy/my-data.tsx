import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { t } from '../../i18n/strings';
import { confirmWith, say } from '../../platform/ask';
import { copyText } from '../../platform/phone';
import { forgetTyped } from '../../sync/drafts';
import { eraseMe, exportMe } from '../../sync/me';
import { Row } from '../../ui/row';
import { Section } from '../../ui/section';

const words = t.privacy;
const FAILED = { nothing: words.nothing, offline: words.offline, server: words.failed };

async function handOut(): Promise<void> {
  const exported = await exportMe();
  if (!exported.ok) say(FAILED[exported.why]);
  else say((await copyText(exported.text)) === 'done' ? words.exported : words.failed);
}

async function erase(): Promise<void> {
  const question = { title: words.eraseTitle, text: words.eraseQuestion, yes: words.eraseYes, no: words.eraseNo };
  if (!(await confirmWith(question))) return;
  const outcome = await eraseMe();
  say(outcome === 'done' ? words.erased : FAILED[outcome]);
}

/** What a person can have done with what is held on them, here and at the server. */
export function MyData(): ReactElement {
  return (
    <Section title={words.mine}>
      <View className="card">
        <Row icon="file-text" title={words.export} text={words.exportText} onTap={() => void handOut()} />
        <Row
          icon="history"
          title={words.forget}
          text={words.forgetText}
          onTap={() => {
            forgetTyped();
            say(words.forgotten);
          }}
        />
        <Row icon="trash-2" title={words.erase} text={words.eraseText} onTap={() => void erase()} />
      </View>
    </Section>
  );
}
