import addCommands from '@bomb.sh/tab/commander';
import type { Command } from 'commander';

/** Gives a program with all of its commands those that write the shells' scripts, and that answer them. */
export function addCompletion(program: Command): void {
  addCommands(program, { completionCommandName: 'completion' });
}
