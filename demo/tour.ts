import type { StoredWorkflow, TemplateName } from '../n8n';
import { SCENES, Stage, type Played } from '../stage';

/** A part of the tour: a template, or two that share the work. */
export interface Stop {
	/** The template that names it. */
	template: TemplateName;
	play: (stage: Stage) => Promise<Played>;
}

/** All templates: those that share a scene are one stop. */
export const STOPS: Stop[] = (Object.entries(SCENES) as Array<[TemplateName, Stop['play']]>)
	.filter(([, play], index, all) => all.findIndex(([, other]) => other === play) === index)
	.map(([template, play]) => ({ template, play }));

/** The stage of the demo: each template is in its n8n once, however often a scene runs it. */
export class TourStage extends Stage {
	private readonly workflows = new Map<TemplateName, StoredWorkflow>();

	private entered: StoredWorkflow[] = [];

	override async imported(...args: Parameters<Stage['imported']>): Promise<StoredWorkflow> {
		const [name] = args;
		const known = this.workflows.get(name);
		if (known !== undefined) return known;
		const workflow = await super.imported(...args);
		this.workflows.set(name, workflow);
		this.entered.push(workflow);
		return workflow;
	}

	/** The workflows that have come to n8n since this was last asked. */
	takeNewWorkflows(): StoredWorkflow[] {
		const taken = this.entered;
		this.entered = [];
		return taken;
	}
}
