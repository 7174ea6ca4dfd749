import { type ReactElement, useId } from 'react';
import { MOST_PICTURES } from '../../../domain/summary/summary-body';
import { summaryWords as words } from '../../../words/console/summary';
import { FIGURES_API } from '../../api-figures';
import { PictureList } from '../../blocks/picture-list';
import { useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';
import { fitPicture } from '../../ui/fit-picture';
import { RefusalAlert } from '../../ui/refusal-alert';

interface PicturesProps {
  readonly campaign: string;
  readonly pictures: readonly string[];
  readonly problem: string | undefined;
  readonly disabled: boolean;
  readonly onChange: (pictures: readonly string[]) => void;
}

/** Pictures of one case, sent as soon as they are chosen; the server takes out what the camera wrote into them. */
export function Pictures({ campaign, pictures, problem, disabled, onChange }: PicturesProps): ReactElement {
  const id = useId();
  const { id: org } = useOrganisation();
  const { act, busy, refusal } = useAct();

  async function add(file: File): Promise<void> {
    const body = new FormData();
    body.append('file', await fitPicture(file), file.name);
    const answer = await act(FIGURES_API.addPicture, { params: { org, campaign }, body });
    if (answer?.ok === true && !pictures.includes(answer.value.id)) onChange([...pictures, answer.value.id]);
  }

  return (
    <div className="field" role="group" aria-labelledby={`${id}-label`}>
      <div className="field__label" id={`${id}-label`}>
        {words.pictures}
      </div>
      <PictureList
        campaign={campaign}
        pictures={pictures}
        {...(!disabled && {
          onRemove: (removed: string) => {
            onChange(pictures.filter((each) => each !== removed));
          },
        })}
      />
      <RefusalAlert refusal={refusal} />
      {problem === undefined ? null : <div className="field__problem">{problem}</div>}
      {disabled || pictures.length >= MOST_PICTURES ? null : (
        <div>
          <input
            id={id}
            className="drop__input"
            type="file"
            accept="image/jpeg,image/png,image/webp"
            disabled={busy}
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => {
              const file = target.files?.item(0);
              target.value = '';
              if (file) void add(file);
            }}
          />
          <label htmlFor={id} className="drop__button">
            {busy ? words.addingPicture : words.addPicture}
          </label>
        </div>
      )}
      <div className="field__hint" id={`${id}-hint`}>
        {words.picturesText}
      </div>
    </div>
  );
}
