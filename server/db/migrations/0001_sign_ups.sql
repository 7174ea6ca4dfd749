CREATE TABLE "account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"created_at" bigint NOT NULL,
	"openid_hash" text,
	"key_id" text,
	"sealed" text,
	"last_notice" bigint DEFAULT 0 NOT NULL,
	"read_up_to" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "account_openid_hash_unique" UNIQUE("openid_hash")
);
--> statement-breakpoint
CREATE TABLE "job" (
	"name" text PRIMARY KEY NOT NULL,
	"ran_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"account_id" uuid NOT NULL,
	"id" bigint NOT NULL,
	"kind" text NOT NULL,
	"event_id" text NOT NULL,
	"title" text NOT NULL,
	"at" bigint NOT NULL,
	"changes" json,
	"reason" text,
	CONSTRAINT "notice_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "push_grant" (
	"account_id" uuid NOT NULL,
	"template_id" text NOT NULL,
	"left" integer NOT NULL,
	CONSTRAINT "push_grant_account_id_template_id_pk" PRIMARY KEY("account_id","template_id")
);
--> statement-breakpoint
CREATE TABLE "push_message" (
	"account_id" uuid NOT NULL,
	"notice_id" bigint NOT NULL,
	"template_id" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" bigint NOT NULL,
	"last_error" text,
	CONSTRAINT "push_message_account_id_notice_id_pk" PRIMARY KEY("account_id","notice_id")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_up" (
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"event_id" text NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "sign_up_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"status" text NOT NULL,
	"seats" integer NOT NULL,
	"ticket" text,
	"consent_version" text NOT NULL,
	"consented_at" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"key_id" text,
	"sealed" text,
	"reminded_of" bigint,
	"expired_at" bigint,
	CONSTRAINT "sign_up_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "sign_up_ticket_unique" UNIQUE("ticket")
);
--> statement-breakpoint
ALTER TABLE "campaign" ADD COLUMN "consent" text GENERATED ALWAYS AS (content -> 'consent' ->> 'version') STORED;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_grant" ADD CONSTRAINT "push_grant_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_message" ADD CONSTRAINT "push_message_account_id_notice_id_notice_account_id_id_fk" FOREIGN KEY ("account_id","notice_id") REFERENCES "public"."notice"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_up" ADD CONSTRAINT "sign_up_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_up" ADD CONSTRAINT "sign_up_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "push_message_pending" ON "push_message" USING btree ("next_at") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "session_account" ON "session" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_up_active" ON "sign_up" USING btree ("event_id","account_id") WHERE status in ('confirmed', 'waitlisted');--> statement-breakpoint
CREATE INDEX "sign_up_waitlist" ON "sign_up" USING btree ("event_id","seq") WHERE status = 'waitlisted';