/** WeChat's subscribe messages: each consent is good for one message. The inbox tells everything with or without them. */
import Taro from '@tarojs/taro';

/** WeChat asks for this many at most in one go. */
const MOST = 5;

/** From a tap only. The template ids that the person agreed to; none in a browser, and none where nothing is set up. */
export async function askForMessages(templateIds: readonly string[]): Promise<readonly string[]> {
  const asked = templateIds.slice(0, MOST);
  if (process.env.TARO_ENV === 'h5' || asked.length === 0) return [];
  try {
    // `entityIds` is Alipay's; Taro's type asks for it.
    const answer = await Taro.requestSubscribeMessage({ tmplIds: [...asked], entityIds: [] });
    const accepted = new Set(Object.entries(answer).flatMap(([id, said]) => (said === 'accept' ? [id] : [])));
    return asked.filter((id) => accepted.has(id));
  } catch {
    return [];
  }
}
