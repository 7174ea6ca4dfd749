CREATE TABLE "door_device" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"events" text[] NOT NULL,
	"opens_at" bigint NOT NULL,
	"closes_at" bigint NOT NULL,
	"paired_at" bigint NOT NULL,
	"last_contact_at" bigint,
	"unsent" integer,
	"revoked_at" bigint,
	CONSTRAINT "door_device_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "door_pairing" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"events" text[] NOT NULL,
	"opens_at" bigint NOT NULL,
	"closes_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"kind" text NOT NULL,
	"seats" integer NOT NULL,
	"at" bigint NOT NULL,
	"received_at" bigint NOT NULL,
	"device_id" uuid,
	"member_id" uuid,
	"offline" boolean NOT NULL,
	"rehearsal" boolean NOT NULL,
	"verdict" text NOT NULL,
	"flags" text[] NOT NULL,
	"sign_up_seq" bigint,
	"party_seats" integer,
	"undoes" uuid,
	"body_hash" text NOT NULL,
	"sample" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scan_settlement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"scan_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"word" text NOT NULL,
	"at" bigint NOT NULL,
	"member_id" uuid NOT NULL,
	"sample" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "door_device" ADD CONSTRAINT "door_device_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_pairing" ADD CONSTRAINT "door_pairing_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scan" ADD CONSTRAINT "scan_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scan" ADD CONSTRAINT "scan_device_id_door_device_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."door_device"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scan_settlement" ADD CONSTRAINT "scan_settlement_scan_id_scan_id_fk" FOREIGN KEY ("scan_id") REFERENCES "public"."scan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "door_device_organisation" ON "door_device" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "scan_event" ON "scan" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "scan_sign_up" ON "scan" USING btree ("sign_up_seq") WHERE sign_up_seq is not null;--> statement-breakpoint
CREATE INDEX "scan_undoes" ON "scan" USING btree ("undoes") WHERE undoes is not null;--> statement-breakpoint
CREATE INDEX "scan_settlement_scan" ON "scan_settlement" USING btree ("scan_id");--> statement-breakpoint
CREATE FUNCTION "refuse_fact_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.sample THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION 'entry checks are facts that are only added' USING ERRCODE = 'restrict_violation';
END
$$;--> statement-breakpoint
CREATE TRIGGER "scan_append_only" BEFORE UPDATE OR DELETE ON "scan" FOR EACH ROW EXECUTE FUNCTION "refuse_fact_change"();--> statement-breakpoint
CREATE TRIGGER "scan_not_truncated" BEFORE TRUNCATE ON "scan" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_fact_change"();--> statement-breakpoint
CREATE TRIGGER "scan_settlement_append_only" BEFORE UPDATE OR DELETE ON "scan_settlement" FOR EACH ROW EXECUTE FUNCTION "refuse_fact_change"();--> statement-breakpoint
CREATE TRIGGER "scan_settlement_not_truncated" BEFORE TRUNCATE ON "scan_settlement" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_fact_change"();
