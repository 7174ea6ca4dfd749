CREATE TABLE "event_part" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "event_part_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" text NOT NULL,
	"campaign_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"region" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"cancelled" boolean NOT NULL,
	"ends_at" bigint NOT NULL,
	"confirmed" integer NOT NULL,
	"waiting" integer NOT NULL,
	"enterprises" text[] NOT NULL,
	"scanned" integer,
	"manual" integer,
	"walk_in" integer,
	"paper" integer,
	"from_at" bigint NOT NULL,
	"until_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figure_mark" (
	"at" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "member_phone" ADD COLUMN "proved_at" bigint;--> statement-breakpoint
CREATE INDEX "event_part_campaign" ON "event_part" USING btree ("campaign_id","until_at");--> statement-breakpoint
CREATE INDEX "event_part_event" ON "event_part" USING btree ("event_id","until_at");--> statement-breakpoint
CREATE INDEX "sign_up_counted" ON "sign_up" USING btree (coalesce(changed_at, created_at));--> statement-breakpoint
CREATE INDEX "scan_received" ON "scan" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "scan_settlement_at" ON "scan_settlement" USING btree ("at");--> statement-breakpoint
CREATE INDEX "event_past_from" ON "event_past" USING btree ("from_at");--> statement-breakpoint
CREATE INDEX "event_past_until" ON "event_past" USING btree ("until_at");--> statement-breakpoint
CREATE INDEX "sign_up_past_from" ON "sign_up_past" USING btree ("from_at");--> statement-breakpoint
CREATE INDEX "sign_up_past_until" ON "sign_up_past" USING btree ("until_at");--> statement-breakpoint
CREATE INDEX "event_counted" ON "event" USING btree ("counted_since");