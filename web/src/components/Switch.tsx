export type Choice<Value extends string> = { value: Value; name: string };

// A few choices of which one holds.
export function Switch<Value extends string>({ name, choices, value, onChange }: { name: string; choices: Choice<Value>[]; value: Value; onChange: (value: Value) => void }) {
  return (
    <div className="switch">
      {choices.map((choice) => (
        <label key={choice.value}>
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          <span>{choice.name}</span>
        </label>
      ))}
    </div>
  );
}
