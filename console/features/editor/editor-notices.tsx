import { Alert, App, Button } from 'antd';
import type { ReactElement } from 'react';
import { consoleWords } from '../../../words/console';
import { editorWords as words } from '../../../words/console/editor';
import type { StaffEvent } from '../../net/answers';
import type { Editing } from './use-editor';

interface EditorNoticesProps {
  readonly event: StaffEvent | null;
  readonly editing: Editing;
  /** A save found no network and is tried again. */
  readonly isWaiting: boolean;
}

/** How the event stands, and where what was typed is. */
export function EditorNotices({ event, editing, isWaiting }: EditorNoticesProps): ReactElement {
  const { modal } = App.useApp();
  // While it waits for the superior, another notice says so.
  const isOtherShown =
    event !== null && event.published !== null && event.state !== 'published' && event.state !== 'submitted';
  function discard(): void {
    modal.confirm({
      title: words.discardTitle,
      content: words.discardText,
      okText: words.discard,
      cancelText: consoleWords.do.cancel,
      onOk: editing.discard,
    });
  }
  return (
    <>
      {isWaiting ? <Alert type="warning" showIcon role="alert" title={words.keptHere} /> : null}
      {editing.isUnkept ? <Alert type="error" showIcon role="alert" title={words.notKept} /> : null}
      {editing.wasRestored ? (
        <Alert
          type="info"
          showIcon
          role="status"
          title={words.restored}
          action={
            <Button size="small" onClick={discard}>
              {words.discard}
            </Button>
          }
        />
      ) : null}
      {event?.state === 'returned' && event.reason !== null ? (
        <Alert type="warning" showIcon role="status" title={words.returned(event.reason)} />
      ) : null}
      {event?.state === 'submitted' ? <Alert type="info" showIcon role="status" title={words.waiting} /> : null}
      {event !== null && event.approval === 'needed' && event.published !== null ? (
        <Alert type="info" showIcon role="note" title={words.urgentHint} />
      ) : null}
      {isOtherShown && event.approval !== 'needed' ? (
        <Alert type="info" showIcon role="status" title={words.livesOn} />
      ) : null}
    </>
  );
}
