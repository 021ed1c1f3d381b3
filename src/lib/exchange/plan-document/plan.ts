/** A council's plan as it was understood from a document. Texts are as printed, on one line each. */
import type { Place } from './document';

/** A line that is told as it stands. */
export interface PlanLine {
	text: string;
	at: Place;
}

export interface PlanObjective {
	/** The number or letter it goes by, as printed without "Objective": "1", "2.3", "B". */
	reference: string | null;
	title: string;
	at: Place;
}

export interface PlanAction {
	reference: string | null;
	title: string;
	/** What the document says beside or above the action: a number, a title or both. */
	objective: string | null;
	/** Further objectives that the document names. */
	furtherObjectives: string[];
	/** The priority that stands above the action. */
	priority: string | null;
	service: string | null;
	owner: string | null;
	/** The deadline as printed. */
	due: string | null;
	status: string | null;
	rag: string | null;
	measure: string | null;
	progress: string | null;
	/** Bullets beneath it, and columns that the app has no field for, each with its heading. */
	detail: string[];
	at: Place;
}

export interface PlanSection {
	/** A service, theme or objective, as printed; the plan's title where the document has no sections. */
	heading: string;
	/** The heading above it, where the document has headings of several levels. */
	parent: string | null;
	/** Those that its actions serve, or that it is about. */
	objectives: PlanObjective[];
	priorities: PlanObjective[];
	actions: PlanAction[];
	measures: PlanLine[];
	/** What it explains. */
	context: PlanLine[];
	at: Place;
}

export interface UnderstoodPlan {
	title: string | null;
	/** Objectives of the whole plan. */
	objectives: PlanObjective[];
	sections: PlanSection[];
	/** What the document explains before or beside its sections. */
	context: PlanLine[];
	/** What was only there for the layout: labels, headings of columns, page numbers, contents, menus. */
	leftOut: PlanLine[];
	/** Everything else. */
	notUnderstood: PlanLine[];
}

/** The value that most fields of an action begin with. */
export function actionAt(title: string, at: Place): PlanAction {
	return {
		reference: null,
		title,
		objective: null,
		furtherObjectives: [],
		priority: null,
		service: null,
		owner: null,
		due: null,
		status: null,
		rag: null,
		measure: null,
		progress: null,
		detail: [],
		at
	};
}
