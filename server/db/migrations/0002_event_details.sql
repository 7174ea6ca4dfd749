ALTER TABLE "event" ADD COLUMN "suits" text;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "bring" text;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "meet_at" text;