import { App, Checkbox, Modal, Radio } from 'antd';
import { type ReactElement, useState } from 'react';
import { PURPOSE_COLUMNS } from '../../../domain/roster/purpose-columns';
import { exportWords as words } from '../../../words/console/roster';
import { API } from '../../api';
import { useOrganisation } from '../../session/organisation';
import { useDownload } from '../../session/use-download';
import { Field } from '../../ui/field';
import { RefusalAlert } from '../../ui/refusal-alert';
import { useReturnFocus } from '../../ui/use-return-focus';

type Column = keyof typeof words.columnNames;
type Purpose = keyof typeof words.purposes;

const COLUMNS = Object.keys(words.columnNames) as Column[];
const PURPOSES = Object.keys(words.purposes) as Purpose[];

interface ExportDialogProps {
  readonly event: string;
  readonly onClose: () => void;
}

/** What is taken out, and what for (rule R2); the server asks for a fresh proof. */
export function ExportDialog({ event, onClose }: ExportDialogProps): ReactElement {
  useReturnFocus();
  const { id: org } = useOrganisation();
  const { download, busy, refusal } = useDownload();
  const { message } = App.useApp();
  /** `null`: those of the purpose. */
  const [picked, setPicked] = useState<readonly Column[] | null>(null);
  const [purpose, setPurpose] = useState<Purpose | null>(null);
  const [tried, setTried] = useState(false);
  const columns = picked ?? (purpose === null ? [] : PURPOSE_COLUMNS[purpose]);

  async function exportList(): Promise<void> {
    setTried(true);
    if (purpose === null || columns.length === 0) return;
    const sent = { params: { org, id: event }, body: { columns, purpose } };
    if (!(await download(API.exportRoster, sent, words.fileName))) return;
    void message.success(words.done);
    onClose();
  }

  return (
    <Modal
      open
      title={words.title}
      okText={words.submit}
      confirmLoading={busy}
      onOk={() => void exportList()}
      onCancel={onClose}
    >
      <div className="stack">
        <RefusalAlert refusal={refusal} />
        <Field
          label={words.purpose}
          hint={words.purposeHint}
          problem={tried && purpose === null ? words.purposeRequired : undefined}
          group
        >
          {() => (
            <Radio.Group
              value={purpose}
              options={PURPOSES.map((value) => ({ value, label: words.purposes[value] }))}
              onChange={({ target }) => {
                setPurpose(PURPOSES.find((each) => each === target.value) ?? null);
              }}
            />
          )}
        </Field>
        <Field
          label={words.columns}
          hint={words.columnsHint}
          problem={tried && purpose !== null && columns.length === 0 ? words.columnsRequired : undefined}
          group
        >
          {() => (
            <Checkbox.Group
              className="choices"
              value={[...columns]}
              options={COLUMNS.map((value) => ({ value, label: words.columnNames[value] }))}
              onChange={(chosen) => {
                setPicked(COLUMNS.filter((each) => chosen.includes(each)));
              }}
            />
          )}
        </Field>
        <div role="status" className="quiet">
          {busy ? words.working : ''}
        </div>
      </div>
    </Modal>
  );
}
