/** Form left, the citizen's phone right. */
import type { ReactElement } from 'react';
import { useParams } from 'react-router';
import { editorWords as words } from '../../words/console/editor';
import { API } from '../api';
import { EditorForm } from '../features/editor/editor-form';
import { useProgramme } from '../blocks/use-programme';
import { refusalOf } from '../net/refusal';
import { useOrganisation } from '../session/organisation';
import { useAsk } from '../session/use-ask';
import { Failed, Loading, Page } from '../ui/page';

export function Editor(): ReactElement {
  const { id } = useParams();
  const { id: org } = useOrganisation();
  const event = useAsk(API.event, { params: { org, id: id ?? '' } }, { enabled: id !== undefined });
  const programme = useProgramme(event.data?.campaign);
  const title = id === undefined ? words.titleNew : words.title;
  const { campaign, items, error: programmeError } = programme;
  const isWhole = campaign !== undefined && items !== undefined && (id === undefined || event.data !== undefined);
  if (isWhole) return <EditorForm key={id ?? 'new'} event={event.data ?? null} campaign={campaign} programme={items} />;
  const error = event.error ?? programmeError;
  return (
    <Page title={title}>
      {error === null ? (
        <Loading lines={12} />
      ) : (
        <Failed
          refusal={refusalOf(error)}
          onRetry={() => {
            if (id !== undefined) void event.refetch();
            programme.retry();
          }}
        />
      )}
    </Page>
  );
}
