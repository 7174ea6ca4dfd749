CREATE TABLE "event_draft" (
	"event_id" text PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"campaign_id" text NOT NULL,
	"body" json NOT NULL,
	"state" text NOT NULL,
	"edits" integer NOT NULL,
	"reason" text,
	"cleared" text[] NOT NULL,
	"title" text,
	"region" text,
	"starts_at" bigint,
	"ends_at" bigint,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"campaign_id" text NOT NULL,
	"name" text NOT NULL,
	"file" text NOT NULL,
	"check" json NOT NULL,
	"created_at" bigint NOT NULL,
	"applied_at" bigint
);
--> statement-breakpoint
CREATE TABLE "event_version" (
	"event_id" text NOT NULL,
	"rev" bigint NOT NULL,
	"body" json NOT NULL,
	CONSTRAINT "event_version_event_id_rev_pk" PRIMARY KEY("event_id","rev")
);
--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "suspended" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "event_draft" ADD CONSTRAINT "event_draft_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_import" ADD CONSTRAINT "event_import_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_draft_organisation" ON "event_draft" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "event_import_created" ON "event_import" USING btree ("created_at");