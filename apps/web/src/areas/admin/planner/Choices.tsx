import classes from "./Choices.module.css";

interface ChoicesProps<V extends string> {
  readonly label: string;
  readonly chosen: V;
  readonly choices: readonly { readonly value: V; readonly name: string }[];
  readonly choose: (value: V) => void;
}

/** A few ways to look at the same, side by side. */
export function Choices<V extends string>({ label, chosen, choices, choose }: ChoicesProps<V>) {
  return (
    <fieldset aria-label={label} className={classes.choices}>
      {choices.map(({ value, name }) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === chosen}
          className={classes.choice}
          onClick={() => choose(value)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
