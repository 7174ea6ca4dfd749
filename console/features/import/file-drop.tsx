import { type ReactElement, useId, useState } from 'react';
import { importWords as words } from '../../../words/console/import';

interface FileDropProps {
  readonly onChosen: (file: File) => void;
}

/** A file input that is also a place to drop a file on. */
export function FileDrop({ onChosen }: FileDropProps): ReactElement {
  const id = useId();
  const [isOver, setOver] = useState(false);
  return (
    <div
      className={`drop ${isOver ? 'drop--over' : ''}`}
      onDragOver={(dragged) => {
        dragged.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(dropped) => {
        dropped.preventDefault();
        setOver(false);
        const file = dropped.dataTransfer.files.item(0);
        if (file !== null) onChosen(file);
      }}
    >
      <input
        id={id}
        className="drop__input"
        type="file"
        accept=".xlsx,.csv"
        aria-describedby={`${id}-limits`}
        onChange={({ target }) => {
          const file = target.files?.item(0);
          // The same file, mended and chosen again, is a change too.
          target.value = '';
          if (file) onChosen(file);
        }}
      />
      <label htmlFor={id} className="drop__button">
        {words.choose}
      </label>
      <div>{words.drop}</div>
      <div className="quiet" id={`${id}-limits`}>
        {words.limits}
      </div>
    </div>
  );
}
