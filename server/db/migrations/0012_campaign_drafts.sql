CREATE TABLE "campaign_draft" (
	"id" text PRIMARY KEY NOT NULL,
	"content" json NOT NULL,
	"items" json NOT NULL,
	"changed_at" bigint NOT NULL
);
