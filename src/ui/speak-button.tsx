import { View } from '@tarojs/components';
import { type ReactElement, useState } from 'react';
import { usePageLeft } from '../platform/lifecycle';
import { canSpeak, speak, stopSpeaking } from '../platform/speech';
import { Icon } from './icon';
import { Tap } from './tap';

interface SpeakButtonProps {
  readonly sentences: readonly string[];
  readonly text: string;
  readonly stopText: string;
  /** The phone has no voice for it. */
  readonly onFailed: () => void;
}

/** Reads aloud until the end, until it is tapped again, or until the page is left; absent where nothing can speak. */
export function SpeakButton({ sentences, text, stopText, onFailed }: SpeakButtonProps): ReactElement | null {
  const [speaking, setSpeaking] = useState(false);
  usePageLeft(stopSpeaking);
  if (!canSpeak()) return null;
  const start = async (): Promise<void> => {
    setSpeaking(true);
    const end = await speak(sentences);
    setSpeaking(false);
    if (end === 'failed') onFailed();
  };
  const words = speaking ? stopText : text;
  return (
    <Tap
      label={words}
      className="button button--plain speak"
      onTap={() => {
        if (speaking) stopSpeaking();
        else void start();
      }}
    >
      <Icon name={speaking ? 'x' : 'megaphone'} colour="ink" size={24} />
      <View className="speak__text">{words}</View>
    </Tap>
  );
}
