CREATE TABLE "event_past" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "event_past_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" text NOT NULL,
	"campaign_id" text NOT NULL,
	"programme_id" text NOT NULL,
	"region" text NOT NULL,
	"organisation_id" uuid,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"removed" boolean NOT NULL,
	"ends_at" bigint NOT NULL,
	"from_at" bigint NOT NULL,
	"until_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_up_past" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sign_up_past_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" text NOT NULL,
	"status" text NOT NULL,
	"seats" integer NOT NULL,
	"enterprise" text,
	"from_at" bigint NOT NULL,
	"until_at" bigint
);
--> statement-breakpoint
CREATE TABLE "summary" (
	"organisation_id" uuid NOT NULL,
	"campaign_id" text NOT NULL,
	"state" text NOT NULL,
	"body" json NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"edits" integer NOT NULL,
	"reason" text,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "summary_organisation_id_campaign_id_pk" PRIMARY KEY("organisation_id","campaign_id")
);
--> statement-breakpoint
CREATE TABLE "summary_picture" (
	"organisation_id" uuid NOT NULL,
	"campaign_id" text NOT NULL,
	"id" uuid NOT NULL,
	"type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "summary_picture_organisation_id_campaign_id_id_pk" PRIMARY KEY("organisation_id","campaign_id","id")
);
--> statement-breakpoint
CREATE TABLE "summary_received" (
	"organisation_id" uuid NOT NULL,
	"campaign_id" text NOT NULL,
	"received_on" text NOT NULL,
	"key_id" text NOT NULL,
	"sealed" text NOT NULL,
	"noted_at" bigint NOT NULL,
	CONSTRAINT "summary_received_organisation_id_campaign_id_pk" PRIMARY KEY("organisation_id","campaign_id")
);
--> statement-breakpoint
CREATE TABLE "summary_reminder" (
	"organisation_id" uuid NOT NULL,
	"campaign_id" text NOT NULL,
	"days_before" integer NOT NULL,
	"days_left" integer NOT NULL,
	"sent_at" bigint NOT NULL,
	CONSTRAINT "summary_reminder_organisation_id_campaign_id_days_before_pk" PRIMARY KEY("organisation_id","campaign_id","days_before")
);
--> statement-breakpoint
CREATE TABLE "summary_version" (
	"organisation_id" uuid NOT NULL,
	"campaign_id" text NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"hash" text NOT NULL,
	"submitted_at" bigint NOT NULL,
	"late" boolean NOT NULL,
	CONSTRAINT "summary_version_organisation_id_campaign_id_version_pk" PRIMARY KEY("organisation_id","campaign_id","version")
);
--> statement-breakpoint
ALTER TABLE "sign_up" ADD COLUMN "changed_at" bigint;--> statement-breakpoint
ALTER TABLE "sign_up" ADD COLUMN "enterprise" text;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "counted_since" bigint;--> statement-breakpoint
ALTER TABLE "event_past" ADD CONSTRAINT "event_past_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_up_past" ADD CONSTRAINT "sign_up_past_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary" ADD CONSTRAINT "summary_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_picture" ADD CONSTRAINT "summary_picture_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_received" ADD CONSTRAINT "summary_received_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_reminder" ADD CONSTRAINT "summary_reminder_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_version" ADD CONSTRAINT "summary_version_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_version" ADD CONSTRAINT "summary_version_summary" FOREIGN KEY ("organisation_id","campaign_id") REFERENCES "public"."summary"("organisation_id","campaign_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_past_campaign" ON "event_past" USING btree ("campaign_id");--> statement-breakpoint
CREATE INDEX "event_past_event" ON "event_past" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "sign_up_past_event" ON "sign_up_past" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "summary_campaign" ON "summary" USING btree ("campaign_id");--> statement-breakpoint
CREATE FUNCTION "keep_event_past"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    new.counted_since := new.changed_at;
  ELSIF (old.programme_id, old.region, old.organisation_id, old.kind, old.status, old.removed, old.ends_at)
    IS DISTINCT FROM (new.programme_id, new.region, new.organisation_id, new.kind, new.status, new.removed, new.ends_at)
  THEN
    IF coalesce(old.counted_since, 0) < new.changed_at THEN
      INSERT INTO event_past
        (event_id, campaign_id, programme_id, region, organisation_id, kind, status, removed, ends_at, from_at, until_at)
      VALUES
        (old.id, old.campaign_id, old.programme_id, old.region, old.organisation_id, old.kind, old.status, old.removed,
          old.ends_at, coalesce(old.counted_since, 0), new.changed_at);
    END IF;
    new.counted_since := new.changed_at;
  END IF;
  RETURN new;
END
$$;--> statement-breakpoint
CREATE TRIGGER "event_past_kept" BEFORE INSERT OR UPDATE OF changed_at ON "event" FOR EACH ROW
  EXECUTE FUNCTION "keep_event_past"();--> statement-breakpoint
CREATE FUNCTION "keep_sign_up_past"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (old.status, old.seats, old.enterprise) IS NOT DISTINCT FROM (new.status, new.seats, new.enterprise) THEN
    new.changed_at := old.changed_at;
  ELSIF old.status IN ('confirmed', 'waitlisted', 'expired')
    AND coalesce(old.changed_at, old.created_at) < new.changed_at
  THEN
    INSERT INTO sign_up_past (event_id, status, seats, enterprise, from_at, until_at)
    VALUES (old.event_id, old.status, old.seats, old.enterprise, coalesce(old.changed_at, old.created_at), new.changed_at);
  END IF;
  RETURN new;
END
$$;--> statement-breakpoint
CREATE TRIGGER "sign_up_past_kept" BEFORE UPDATE ON "sign_up" FOR EACH ROW
  WHEN (new.changed_at IS DISTINCT FROM old.changed_at) EXECUTE FUNCTION "keep_sign_up_past"();--> statement-breakpoint
CREATE FUNCTION "refuse_summary_version_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'versions of summaries are only added' USING ERRCODE = 'restrict_violation';
END
$$;--> statement-breakpoint
CREATE TRIGGER "summary_version_append_only" BEFORE UPDATE OR DELETE ON "summary_version" FOR EACH ROW
  EXECUTE FUNCTION "refuse_summary_version_change"();--> statement-breakpoint
CREATE TRIGGER "summary_version_not_truncated" BEFORE TRUNCATE ON "summary_version" FOR EACH STATEMENT
  EXECUTE FUNCTION "refuse_summary_version_change"();
