CREATE TABLE "campaign" (
	"id" text PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"theme" text NOT NULL,
	"state" text NOT NULL,
	"sample" boolean NOT NULL,
	"rev" bigint NOT NULL,
	"content" json NOT NULL,
	"content_hash" text NOT NULL,
	"content_rev" bigint NOT NULL,
	"programme_hash" text NOT NULL,
	"programme_rev" bigint NOT NULL,
	"sample_day" text,
	"sample_hash" text
);
--> statement-breakpoint
CREATE TABLE "event" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"region" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"organiser" jsonb NOT NULL,
	"venue" jsonb,
	"audiences" jsonb NOT NULL,
	"starts_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"sign_up_form" text,
	"opens_at" bigint,
	"closes_at" bigint,
	"capacity" integer,
	"max_party" integer,
	"taken" integer DEFAULT 0 NOT NULL,
	"waiting" integer DEFAULT 0 NOT NULL,
	"status" text DEFAULT 'scheduled' NOT NULL,
	"cancel_reason" text,
	"sample" boolean DEFAULT false NOT NULL,
	"removed" boolean DEFAULT false NOT NULL,
	"rev" bigint NOT NULL,
	"seen_in" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meta" (
	"id" integer PRIMARY KEY NOT NULL,
	"epoch" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "programme_item" (
	"campaign_id" text NOT NULL,
	"id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"content" json NOT NULL,
	CONSTRAINT "programme_item_campaign_id_id_pk" PRIMARY KEY("campaign_id","id")
);
--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_campaign_id_programme_id_programme_item_campaign_id_id_fk" FOREIGN KEY ("campaign_id","programme_id") REFERENCES "public"."programme_item"("campaign_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_item" ADD CONSTRAINT "programme_item_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "event_campaign_rev" ON "event" USING btree ("campaign_id","rev");--> statement-breakpoint
CREATE INDEX "event_campaign_region" ON "event" USING btree ("campaign_id","region");