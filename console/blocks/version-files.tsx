import { Button } from 'antd';
import type { ReactElement } from 'react';
import { versionWords as words } from '../../words/console/summary';
import { FIGURES_API } from '../api-figures';
import { useOrganisation } from '../session/organisation';
import { useDownload } from '../session/use-download';
import { RefusalAlert } from '../ui/refusal-alert';

interface VersionFilesProps {
  readonly campaign: string;
  readonly version: number;
  /** Whose summary it is, for the file's name. */
  readonly name: string;
  /** An organisation below; its own where it is left out. */
  readonly of?: string | undefined;
}

/** The version as the files that a bureau sends (rule F6). */
export function VersionFiles({ campaign, version, name, of }: VersionFilesProps): ReactElement {
  const { id: org } = useOrganisation();
  const { download, busy, refusal } = useDownload();
  const sent = { params: { org, campaign, n: String(version) }, query: { of } };
  return (
    <>
      <Button
        size="small"
        loading={busy}
        onClick={() => void download(FIGURES_API.summaryDocument, sent, words.wordName(name, version))}
      >
        {words.word}
      </Button>
      <Button
        size="small"
        loading={busy}
        onClick={() => void download(FIGURES_API.summaryWorkbook, sent, words.excelName(name, version))}
      >
        {words.excel}
      </Button>
      <RefusalAlert refusal={refusal} />
    </>
  );
}
