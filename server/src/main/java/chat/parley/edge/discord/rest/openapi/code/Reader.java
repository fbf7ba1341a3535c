package chat.parley.edge.discord.rest.openapi.code;

import chat.parley.edge.discord.rest.openapi.code.Value.Spot;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the instructions of one method in the order in which they stand, with what is known of its parameters. Where
/// ways meet, what was known of the stack is forgotten; the name of a field always stands directly before its call.
final class Reader {
    private final Meaning meaning;
    private final Map<Integer, Value> locals = new HashMap<>();
    private final ArrayDeque<Value> stack = new ArrayDeque<>();
    private final Set<Label> targets = new HashSet<>();
    /// What each way brings to where it meets another.
    private final Map<Label, Value> carried = new HashMap<>();
    private Value returned = Value.UNKNOWN;

    Reader(Meaning meaning) {
        this.meaning = meaning;
    }

    /// @param parameters the object first, unless the method is static
    /// @return what the method gives
    Value read(Iterable<CodeElement> code, List<Slot> parameters) {
        parameters.forEach(it -> locals.put(it.number(), it.value()));
        for (var element : code) {
            step(element);
        }
        return returned;
    }

    /// A parameter with its place among the local variables.
    record Slot(int number, Value value) {}

    private void step(CodeElement element) {
        switch (element) {
            case ConstantInstruction it -> push(new Value.Constant(it.constantValue()));
            case LoadInstruction it -> push(locals.getOrDefault(it.slot(), Value.UNKNOWN));
            case StoreInstruction it -> locals.put(it.slot(), pop());
            case InvokeInstruction it -> invoke(it);
            case InvokeDynamicInstruction it -> dynamic(it);
            case FieldInstruction it -> field(it);
            case NewObjectInstruction it -> push(made(it.className().asInternalName()));
            case StackInstruction it -> rearrange(it.opcode());
            case BranchInstruction it -> branch(it);
            case LabelTarget it -> {
                if (targets.contains(it.label())) {
                    join(it.label());
                }
            }
            case ReturnInstruction it -> gives(it);
            case ThrowInstruction _ -> stack.clear();
            case OperatorInstruction it -> operate(it.opcode());
            case ArrayLoadInstruction _ -> replace(2);
            case ArrayStoreInstruction _ -> drop(3);
            case TypeCheckInstruction it -> {
                if (it.opcode() == Opcode.INSTANCEOF) {
                    replace(1);
                }
            }
            case TableSwitchInstruction it -> {
                drop(1);
                it.cases().forEach(one -> targets.add(one.target()));
            }
            case LookupSwitchInstruction it -> {
                drop(1);
                it.cases().forEach(one -> targets.add(one.target()));
            }
            default -> {}
        }
    }

    private void invoke(InvokeInstruction it) {
        var type = it.typeSymbol();
        var arguments = take(type.parameterCount());
        Value receiver = it.opcode() == Opcode.INVOKESTATIC ? Value.UNKNOWN : pop();
        var spot = new Spot(it.owner().asInternalName(), it.name().stringValue(), type);
        Value result = meaning.of(spot, it.opcode() == Opcode.INVOKESTATIC, receiver, arguments);
        if (!type.returnType().descriptorString().equals("V")) {
            push(result);
        } else if (spot.name().equals("<init>") && receiver.equals(Value.UNKNOWN) && stack.isEmpty()) {
            // Choices among what it is made of have made the object itself forgotten.
            push(made(spot.owner()));
        }
    }

    /// A lambda or a method reference; anything else, as a text put together, is unknown.
    private void dynamic(InvokeDynamicInstruction it) {
        var captured = take(it.typeSymbol().parameterCount());
        push(it.bootstrapArgs().stream()
                .filter(DirectMethodHandleDesc.class::isInstance)
                .map(DirectMethodHandleDesc.class::cast)
                .findFirst()
                .map(handle -> function(handle, captured))
                .orElse(Value.UNKNOWN));
    }

    private static Value function(DirectMethodHandleDesc handle, List<Value> captured) {
        String owner = handle.owner().descriptorString();
        var spot = new Spot(
                owner.substring(1, owner.length() - 1),
                handle.methodName(),
                MethodTypeDesc.ofDescriptor(handle.lookupDescriptor()));
        return new Value.Function(spot, captured);
    }

    private void field(FieldInstruction it) {
        String name = it.name().stringValue();
        switch (it.opcode()) {
            case GETSTATIC -> push(Value.UNKNOWN);
            case GETFIELD ->
                push(
                        pop() instanceof Value.Made(var _, var fields)
                                ? fields.getOrDefault(name, Value.UNKNOWN)
                                : Value.UNKNOWN);
            case PUTFIELD -> {
                var value = pop();
                if (pop() instanceof Value.Made(var _, var fields)) {
                    fields.put(name, value);
                }
            }
            default -> drop(1);
        }
    }

    private static Value made(String type) {
        var drawn = Drawing.fresh(type);
        return drawn == null ? new Value.Made(type, new HashMap<>()) : drawn;
    }

    private void rearrange(Opcode opcode) {
        switch (opcode) {
            case POP -> drop(1);
            case POP2 -> drop(2);
            case SWAP -> {
                var two = take(2);
                push(two.getLast());
                push(two.getFirst());
            }
            default -> push(stack.isEmpty() ? Value.UNKNOWN : stack.peek());
        }
    }

    private void branch(BranchInstruction it) {
        targets.add(it.target());
        switch (it.opcode()) {
            case GOTO, GOTO_W -> {
                if (!stack.isEmpty()) {
                    carried.put(it.target(), stack.peek());
                }
            }
            case IF_ACMPEQ, IF_ACMPNE, IF_ICMPEQ, IF_ICMPNE, IF_ICMPGE, IF_ICMPGT, IF_ICMPLE, IF_ICMPLT -> drop(2);
            default -> drop(1);
        }
    }

    /// Of the two values that a choice may have, the one of which more is known.
    private void join(Label label) {
        var one = carried.remove(label);
        var other = pop();
        stack.clear();
        if (one != null) {
            push(one instanceof Value.Fields || one instanceof Value.Many || other.equals(Value.UNKNOWN) ? one : other);
        }
    }

    private void operate(Opcode opcode) {
        switch (opcode) {
            case ARRAYLENGTH, INEG, LNEG, FNEG, DNEG -> replace(1);
            default -> replace(2);
        }
    }

    private void gives(ReturnInstruction it) {
        if (it.opcode() != Opcode.RETURN) {
            var value = pop();
            returned = value.equals(Value.UNKNOWN) ? returned : value;
        }
        stack.clear();
    }

    private void push(Value value) {
        stack.push(value);
    }

    private Value pop() {
        var top = stack.poll();
        return top == null ? Value.UNKNOWN : top;
    }

    private void drop(int count) {
        for (int i = 0; i < count; i++) {
            pop();
        }
    }

    private void replace(int count) {
        drop(count);
        push(Value.UNKNOWN);
    }

    /// In the order in which they were pushed.
    private List<Value> take(int count) {
        var taken = new ArrayList<@Nullable Value>(count);
        for (int i = 0; i < count; i++) {
            taken.addFirst(pop());
        }
        return List.copyOf(taken);
    }
}
