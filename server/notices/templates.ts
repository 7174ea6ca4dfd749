/** WeChat's templates of subscribe messages, as a deployment has set them up. */
import * as v from 'valibot';
import { NoticeKindSchema } from '../../domain/notice/inbox';

/** What a template's field can be filled with. */
const ValueSchema = v.picklist(['title', 'time', 'venue', 'note']);

const TemplateSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  /** The notices that it carries. */
  kinds: v.pipe(v.array(NoticeKindSchema), v.minLength(1)),
  /** By WeChat's name of the field: `{ "thing1": "title", "time2": "time" }`. */
  fields: v.record(v.pipe(v.string(), v.regex(/^[a-z_]+\d+$/)), ValueSchema),
});

/** Five at most can be asked for at once. */
export const MessageTemplatesSchema = v.pipe(
  v.array(TemplateSchema, 'a list of templates'),
  v.maxLength(5, 'five templates at most'),
);
export type MessageTemplate = v.InferOutput<typeof TemplateSchema>;
