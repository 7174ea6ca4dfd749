CREATE TABLE "report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"receipt" text NOT NULL,
	"kind" text NOT NULL,
	"event_id" text,
	"organisation_id" uuid,
	"recipients" uuid[] NOT NULL,
	"key_id" text NOT NULL,
	"what_sealed" text NOT NULL,
	"sum" double precision,
	"contact_sealed" text,
	"state" text DEFAULT 'received' NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"created_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL,
	CONSTRAINT "report_receipt_unique" UNIQUE("receipt")
);
--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "changed_at" bigint DEFAULT (extract(epoch from now()) * 1000)::bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_recipients" ON "report" USING gin ("recipients");--> statement-breakpoint
CREATE INDEX "report_contact" ON "report" USING btree ("created_at") WHERE contact_sealed is not null;