import type { ReactElement } from 'react';
import { consoleWords } from '../../words/console';
import type { Standing } from '../net/answers';

/** Pine is what stands, gold what waits, red what was sent back or cancelled; the word says it without the colour. */
const TONES: Record<Standing, 'pine' | 'gold' | 'red' | 'grey'> = {
  draft: 'grey',
  submitted: 'gold',
  published: 'pine',
  returned: 'red',
  withdrawn: 'grey',
  suspended: 'gold',
  cancelled: 'red',
};

export function StateTag({ state }: { readonly state: Standing }): ReactElement {
  return <span className={`tag tag--${TONES[state]}`}>{consoleWords.states[state]}</span>;
}
