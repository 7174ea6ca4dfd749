import { Button } from 'antd';
import type { ReactElement } from 'react';
import { summaryWords as words } from '../../words/console/summary';
import { FIGURES_API } from '../api-figures';
import { addressOf } from '../net/call';
import { useOrganisation } from '../session/organisation';

interface PictureListProps {
  readonly campaign: string;
  readonly pictures: readonly string[];
  /** Whose; its own where it is left out. */
  readonly of?: string;
  readonly onRemove?: (id: string) => void;
}

export function PictureList({ campaign, pictures, of, onRemove }: PictureListProps): ReactElement {
  const { id: org } = useOrganisation();
  return (
    <div className="pictures">
      {pictures.map((id, index) => (
        <div key={id} className="pictures__picture">
          <img
            src={addressOf(FIGURES_API.picture.path, { params: { org, campaign, picture: id }, query: { of } })}
            alt={words.picture(index + 1)}
          />
          {onRemove === undefined ? null : (
            <Button
              size="small"
              aria-label={words.removePicture(index + 1)}
              onClick={() => {
                onRemove(id);
              }}
            >
              {words.removePicture(index + 1)}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}
