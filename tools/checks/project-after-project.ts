import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Test files project after project, as the configuration lists them: a worker keeps its modules within a project only. */
export class ProjectAfterProject extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project }: TestSpecification) => project.vitest.projects.indexOf(project);
    // oxlint-disable-next-line unicorn/no-array-sort -- the sequencer's: the longest files first
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => place(one) - place(other));
  }
}
