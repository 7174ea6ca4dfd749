import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import {
  type Advice,
  type Answers,
  answersOf,
  decideComplaint,
  QUESTIONS,
  type Question,
} from '../../../domain/complaint/complaint';
import { complaintGuide } from '../../../words/strings';
import { goBackTo, goTo, replacePage, usePageParam } from '../../platform/navigation';
import { meaning } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Tap } from '../../ui/tap';
import { useGuide } from './use-guide';

interface AskingProps {
  readonly question: Question;
  readonly step: number;
  readonly onAnswer: (answer: Answers) => void;
}

function Asking({ question, step, onAnswer }: AskingProps): ReactElement {
  return (
    <View>
      <View className="ask__step" {...meaning({ role: 'status' })}>
        {complaintGuide.step(step)}
      </View>
      <View className="ask__question" {...meaning({ role: 'heading', level: 3 })}>
        {complaintGuide.question[question]}
      </View>
      {QUESTIONS[question].map((answer) => {
        const { title, text } = complaintGuide.option[answer];
        return (
          <Tap
            key={answer}
            label={text === '' ? title : `${title}，${text}`}
            className="card choice"
            onTap={() => {
              onAnswer({ [question]: answer });
            }}
          >
            <View className="choice__words">
              <View className="choice__title">{title}</View>
              {text === '' ? null : <View className="choice__text">{text}</View>}
            </View>
            <Icon name="chevron-right" size={20} />
          </Tap>
        );
      })}
    </View>
  );
}

function Known({ advice }: { readonly advice: Extract<Advice, { state: 'known' }> }): ReactElement {
  const { kind, hint } = advice;
  const { what, next } = useGuide().kinds[kind];
  return (
    <View className={`verdict verdict--${kind}`} {...meaning({ role: 'status' })}>
      <View className="verdict__title" {...meaning({ role: 'heading', level: 2 })}>
        {complaintGuide.result(complaintGuide.kind[kind])}
      </View>
      <View>{what}</View>
      <View className="verdict__next">{next}</View>
      {hint === undefined ? null : (
        <View className="verdict__hint">
          <Icon name="info" colour="gold" size={20} />
          <View className="verdict__words">{complaintGuide.hint[hint]}</View>
        </View>
      )}
      {kind === 'consult' ? null : (
        <Button
          text={complaintGuide.write(complaintGuide.kind[kind])}
          onTap={() => {
            goTo('/packages/complaint/index', { part: 'draft', kind });
          }}
        />
      )}
    </View>
  );
}

const PAGE = '/packages/complaint/index';

/** What the page's address says was answered, so far as these are answers. */
function useAnswers(): Answers {
  const given = { wish: usePageParam('wish'), whose: usePageParam('whose'), purpose: usePageParam('purpose') };
  return answersOf(given);
}

/** Three short questions, each on a page of its own, so that the phone's way back goes one question back. */
export function Questions(): ReactElement {
  const answers = useAnswers();
  const given = Object.keys(answers).length;
  const advice = decideComplaint(answers);
  return (
    <View className="ask">
      {advice.state === 'asking' ? (
        <>
          <View className="ask__heading" {...meaning({ role: 'heading', level: 2 })}>
            {complaintGuide.heading}
          </View>
          <Asking
            question={advice.question}
            step={advice.step}
            onAnswer={(answer) => {
              goTo(PAGE, { ...answers, ...answer });
            }}
          />
        </>
      ) : (
        <Known advice={advice} />
      )}
      {given === 0 ? null : (
        <View className="ask__ways">
          <Button
            look="quiet"
            text={complaintGuide.back}
            onTap={() => {
              goBackTo(PAGE);
            }}
          />
          {advice.state === 'known' ? (
            <Button
              look="quiet"
              text={complaintGuide.again}
              onTap={() => {
                // Going back over several pages of one route shows the wrong one in Taro's browser router.
                replacePage(PAGE);
              }}
            />
          ) : null}
        </View>
      )}
    </View>
  );
}
