import { View } from '@tarojs/components';
import { type ReactElement, useState } from 'react';
import type { Me } from '../../../domain/account';
import { privacyPage } from '../../../words/strings';
import { confirmWith, say } from '../../platform/ask';
import { keepsFiles, keepText } from '../../platform/text-file';
import { forgetTyped } from '../../sync/drafts';
import { eraseMe, exportMe } from '../../sync/me';
import { Row } from '../../ui/row';
import { Section } from '../../ui/section';
import { HeldData } from './held-data';

const words = privacyPage;
const failed = (server: string): Record<'nothing' | 'offline' | 'server', string> => ({
  nothing: words.nothing,
  offline: words.offline,
  server,
});

async function handOut(): Promise<void> {
  const exported = await exportMe();
  if (!exported.ok) say(failed(words.exportFailed)[exported.why]);
  else if ((await keepText(exported.text, words.fileName)) !== 'done') say(words.exportFailed);
  else say(keepsFiles() ? words.downloaded : words.exported);
}

/** Whether it was erased. */
async function erase(): Promise<boolean> {
  const question = { title: words.eraseTitle, text: words.eraseQuestion, yes: words.eraseYes, no: words.eraseNo };
  if (!(await confirmWith(question))) return false;
  const outcome = await eraseMe();
  say(outcome === 'done' ? words.erased : failed(words.eraseFailed)[outcome]);
  return outcome === 'done';
}

/** What a person can have done with what is held on them, here and at the server. */
export function MyData(): ReactElement {
  const [held, setHeld] = useState<Me | null>(null);
  const look = async (): Promise<void> => {
    const exported = await exportMe();
    if (exported.ok) setHeld(exported.me);
    else say(failed(words.viewFailed)[exported.why]);
  };
  const forgetAll = async (): Promise<void> => {
    if (await erase()) setHeld(null);
  };
  return (
    <Section title={words.mine}>
      <View className="card">
        <Row
          icon="user"
          title={held === null ? words.view : words.hide}
          text={words.viewText}
          onTap={() => {
            if (held === null) void look();
            else setHeld(null);
          }}
        />
        {held === null ? null : <HeldData held={held} />}
        <Row
          icon="file-text"
          title={words.export}
          text={keepsFiles() ? words.exportFile : words.exportText}
          onTap={() => void handOut()}
        />
        <Row
          icon="history"
          title={words.forget}
          text={words.forgetText}
          onTap={() => {
            forgetTyped();
            say(words.forgotten);
          }}
        />
        <Row icon="trash-2" title={words.erase} text={words.eraseText} onTap={() => void forgetAll()} />
      </View>
    </Section>
  );
}
