// What every export says of a node and an edge, under the same names and in the same order.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "entente/graph.h"

namespace entente {

enum class Scalar { text, integer, real };

// A column. An empty value is a missing one.
template <class Of>
struct Attribute {
    std::string_view name;  // lower case
    Scalar kind;
    std::string (*value)(const Of&);
};

std::span<const Attribute<Node>> node_attributes();
std::span<const Attribute<Edge>> edge_attributes();

// The same for one (relation, from, to) in every export of any store.
std::string edge_id(const Edge& edge);

// Shortest decimal form, the same in every locale; empty for what is no finite number.
std::string decimal(double number);

}  // namespace entente
