ALTER TABLE "scan" DROP CONSTRAINT "scan_event_id_event_id_fk";
