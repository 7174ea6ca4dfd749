/** Push messages of WeChat: extra to the inbox, where a deployment has them set up at all. */
import * as v from 'valibot';
import { type NoticeKind, NoticeKindSchema } from './inbox';

const TemplateSchema = v.object({
  /** WeChat's id of the template. */
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  /** The notices that it can carry. */
  kinds: v.array(NoticeKindSchema),
});

/** `GET /api/v1/messages`: what may be asked for, the most important first; empty where nothing is set up. */
export const MessageSetupSchema = v.object({ templates: v.array(TemplateSchema) });
export type MessageSetup = v.InferOutput<typeof MessageSetupSchema>;

/** The body of `POST /api/v1/messages/grants`: templates that the person has just agreed to, one message each. */
export const GrantBodySchema = v.strictObject({
  templates: v.pipe(v.array(TemplateSchema.entries.id), v.minLength(1, 'required'), v.maxLength(5, 'too-many')),
});

/** The more important first: one would rather miss a reminder than hear nothing of a cancellation. */
const IMPORTANCE = ['event-cancelled', 'changed', 'promoted', 'expired', 'reminder'] as const satisfies NoticeKind[];
/** What one message is kept for, once it was allowed. */
const KEPT_FOR: readonly NoticeKind[] = ['event-cancelled', 'changed'];

/** 0 for the most important. */
export function importanceOf(kind: NoticeKind): number {
  return IMPORTANCE.indexOf(kind);
}

/**
 * Which template a notice goes by; `null`: by none. One consent is one message (facts of WeChat), so a template that
 * serves less important notices alone is used up first, and the last message of one that can carry a cancellation or a
 * change is kept for these. `left`: messages that the person still allows, by template.
 */
export function decideTemplate(
  kind: NoticeKind,
  { templates }: MessageSetup,
  left: ReadonlyMap<string, number>,
): string | null {
  const usable = templates.filter(({ id, kinds }) => {
    const kept = !KEPT_FOR.includes(kind) && kinds.some((each) => KEPT_FOR.includes(each)) ? 1 : 0;
    return kinds.includes(kind) && (left.get(id) ?? 0) > kept;
  });
  const weightOf = ({ kinds }: MessageSetup['templates'][number]): number =>
    kinds.filter((each) => importanceOf(each) < importanceOf(kind)).length;
  const [best] = usable.sort((one, other) => weightOf(one) - weightOf(other));
  return best?.id ?? null;
}
